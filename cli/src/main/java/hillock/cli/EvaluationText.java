package hillock.cli;

import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import java.util.ArrayList;
import java.util.List;

/// An [Evaluation] as a user reads it: the values in a row, or a table with the derivative.
final class EvaluationText {
    private EvaluationText() {}

    static String of(Evaluation evaluation, boolean derivative) {
        if (!derivative) return String.join(" ", texts(evaluation.y())) + "\n";
        float[] x = evaluation.x();
        float[] y = evaluation.y();
        float[][] slopes = evaluation.slopes();
        List<List<String>> rows = new ArrayList<>();
        return switch (evaluation.activation().form()) {
            case Pointwise _ -> {
                rows.add(List.of("x", "y", "dy/dx"));
                for (int i = 0; i < x.length; i++) {
                    rows.add(List.of(NumberText.shortest(x[i]), NumberText.of(y[i]), NumberText.of(slopes[0][i])));
                }
                yield table(rows);
            }
            case Rowwise _ -> {
                rows.add(List.of("i", "x[i]", "y[i]"));
                for (int i = 0; i < x.length; i++) {
                    rows.add(List.of(Integer.toString(i), NumberText.shortest(x[i]), NumberText.of(y[i])));
                }
                yield table(rows) + "\n" + jacobian(slopes);
            }
        };
    }

    private static String jacobian(float[][] slopes) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("dy[i]/dx[j]"));
        for (int j = 0; j < slopes.length; j++) header.add("j=" + j);
        rows.add(header);
        for (int i = 0; i < slopes.length; i++) {
            List<String> row = new ArrayList<>(List.of("i=" + i));
            row.addAll(texts(slopes[i]));
            rows.add(row);
        }
        return table(rows);
    }

    private static List<String> texts(float[] values) {
        List<String> texts = new ArrayList<>();
        for (float value : values) texts.add(NumberText.of(value));
        return texts;
    }

    /// Columns two blanks apart, each as wide as its widest cell, cells to the right.
    private static String table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++)
                widths[c] = Math.max(widths[c], row.get(c).length());
        }
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                text.append(c == 0 ? "" : "  ")
                        .append(" ".repeat(widths[c] - cell.length()))
                        .append(cell);
            }
            text.append('\n');
        }
        return text.toString();
    }
}

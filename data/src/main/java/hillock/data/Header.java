package hillock.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The names of the columns: fewer than there are where the last ones have neither name nor cells.
///
/// @param inFile whether the first record holds the names, and no data
record Header(List<String> names, boolean inFile, List<Note> notes) {
    private static final int ROWS_LOOKED_AT = 10_000;

    /// @param columns the cells of each column, the first record on top
    /// @param line where the first record stands
    static Header of(String source, List<List<String>> columns, int line) {
        if (isData(columns)) {
            List<String> names = inventNames(columns.size());
            Note note = Note.of(Note.Topic.NO_HEADER, source, shorten(names));
            return new Header(names, false, List.of(note));
        }
        int named = columns.size();
        while (named > 0 && columns.get(named - 1).stream().allMatch(String::isEmpty)) named--;
        List<String> names = new ArrayList<>();
        for (List<String> column : columns.subList(0, named)) names.add(column.getFirst());
        refuseDuplicates(source, names, line);
        return new Header(names, true, nameTheNameless(source, names, line));
    }

    /// The first record is data if it has a number, or several texts, and every text in it occurs
    /// in its column again, so that a year may be a name (`country,1990,2000`) and a line of
    /// flowers is none (`5.1,3.5,1.4,0.2,setosa`).
    private static boolean isData(List<List<String>> columns) {
        boolean numbers = columns.stream().anyMatch(c -> isNumber(c.getFirst()));
        if (!numbers && columns.size() == 1) return false;
        if (columns.stream().allMatch(c -> Numbers.isMissing(c.getFirst()))) return false;
        for (List<String> column : columns) {
            String cell = column.getFirst();
            boolean isValue = isNumber(cell) || Numbers.isMissing(cell);
            if (!isValue
                    && !column.subList(1, Math.min(ROWS_LOOKED_AT, column.size()))
                            .contains(cell)) return false;
        }
        return true;
    }

    private static boolean isNumber(String cell) {
        return !Double.isNaN(Numbers.parse(cell)) || !Double.isNaN(Numbers.parse(cell, NumberStyle.DECIMAL_COMMA));
    }

    private static List<String> inventNames(int columns) {
        if (columns == 1) return List.of("x");
        if (columns == 2) return List.of("x", "y");
        return IntStream.rangeClosed(1, columns)
                .mapToObj(i -> i == columns ? "y" : "x" + i)
                .toList();
    }

    private static String shorten(List<String> names) {
        if (names.size() <= 4) return String.join(", ", names);
        return names.get(0) + ", " + names.get(1) + ", …, " + names.getLast();
    }

    private static void refuseDuplicates(String source, List<String> names, int line) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Integer before = names.get(i).isEmpty() ? null : seen.putIfAbsent(names.get(i), i);
            if (before == null) continue;
            throw new BadInput(source + ", line " + line + ": columns " + (before + 1) + " and " + (i + 1)
                    + " are both named " + Names.quote(names.get(i)) + ": rename one of them.");
        }
    }

    private static List<Note> nameTheNameless(String source, List<String> names, int line) {
        List<Note> notes = new ArrayList<>();
        Set<String> taken = new HashSet<>(names);
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) continue;
            String name = "column_" + (i + 1);
            while (!taken.add(name)) name += "_";
            names.set(i, name);
            notes.add(Note.of(Note.Topic.NAMELESS, source, line, i + 1, name));
        }
        return notes;
    }
}

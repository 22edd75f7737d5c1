package hillock.doctor.clinic;

import hillock.doctor.Cause;
import hillock.doctor.Diagnosis;
import hillock.doctor.Finding;
import hillock.doctor.Severity;
import hillock.tensor.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The doctor's examination: sick patients with one known sickness each, and healthy ones. Thresholds
/// were set on those with even numbers; those with odd ones judge.
///
/// `scripts/clinic.sh` runs it and prints the table of docs/doctor.md.
final class Clinic {
    private Clinic() {}

    /// How a patient fared.
    record Result(Patient patient, boolean judging, Diagnosis diagnosis) {
        Optional<Cause> first() {
            return diagnosis.findings().stream().findFirst().map(Finding::cause);
        }

        boolean isRight() {
            return patient.cause().isPresent()
                    ? patient.cause().equals(first()) && !diagnosis.isHealthy()
                    : diagnosis.isHealthy();
        }
    }

    static List<Patient> patients() {
        List<Patient> all = new ArrayList<>(Sick.all());
        all.addAll(Healthy.generated());
        all.addAll(OpenTables.patients());
        return all;
    }

    /// Examines all patients, or some.
    ///
    /// @param args `even` or `odd` for one half; a text for those whose name contains it
    public static void main(String[] args) {
        Threads.use(1);
        List<Patient> patients = patients();
        if (OpenTables.folder().isEmpty())
            System.out.println("Skipped: the open tables, for there is no ../shared here.");
        List<Result> results = new ArrayList<>();
        String half = args.length > 0 ? args[0] : "all";
        for (int i = 0; i < patients.size(); i++) {
            Patient p = patients.get(i);
            boolean judging = i % 2 == 1;
            boolean wanted = switch (half) {
                case "all" -> true;
                case "even" -> !judging;
                case "odd" -> judging;
                default -> p.name().contains(half);
            };
            if (!wanted) continue;
            Result result = new Result(p, judging, p.diagnose().get());
            results.add(result);
            if (!result.isRight() || args.length > 1) tell(i, result);
        }
        table(results);
    }

    private static void tell(int number, Result r) {
        System.out.println("#" + number + " " + r.patient.name() + ": "
                + r.patient.cause().map(Enum::name).orElse("healthy"));
        r.diagnosis.findings().stream()
                .limit(5)
                .forEach(f -> System.out.println("     " + f.severity() + " " + f.cause() + " " + f.where(Locale.ROOT)
                        + " " + f.measured(Locale.ROOT)));
    }

    private static void table(List<Result> results) {
        for (boolean judging : new boolean[] {false, true}) {
            List<Result> half =
                    results.stream().filter(r -> r.judging == judging).toList();
            if (half.isEmpty()) continue;
            System.out.println();
            System.out.println(judging ? "Judging half" : "Setting half");
            System.out.println();
            System.out.println("| detector | sickness | patients | named first | named at all | false alarms |");
            System.out.println("|---|---|---|---|---|---|");
            Map<String, int[]> rows = new TreeMap<>();
            for (Result r : half) {
                r.patient.cause().ifPresent(c -> count(rows, c, r));
                if (r.patient.cause().isEmpty())
                    r.diagnosis.findings().stream()
                            .filter(f -> f.severity() != Severity.NOTE)
                            .forEach(f -> rows.computeIfAbsent(key(f.cause()), _ -> new int[4])[3]++);
            }
            rows.forEach((key, n) ->
                    System.out.println("| " + key + " | " + n[0] + " | " + n[1] + " | " + n[2] + " | " + n[3] + " |"));
            total(half);
        }
    }

    private static void count(Map<String, int[]> rows, Cause cause, Result r) {
        int[] n = rows.computeIfAbsent(key(cause), _ -> new int[4]);
        n[0]++;
        if (r.isRight()) n[1]++;
        boolean named =
                r.diagnosis.findings().stream().anyMatch(f -> f.cause() == cause && f.severity() != Severity.NOTE);
        if (named) n[2]++;
    }

    private static void total(List<Result> half) {
        List<Result> sick =
                half.stream().filter(r -> r.patient.cause().isPresent()).toList();
        System.out.println();
        System.out.println(share(sick, true, "sick patients") + " had the right cause named first.");
        List<Result> generated = healthy(half, false);
        List<Result> open = healthy(half, true);
        System.out.println("A finding above a note was given to "
                + share(generated, false, "healthy ones on generated problems")
                + ", " + share(open, false, "on open tables and curves") + ", "
                + share(Stream.concat(generated.stream(), open.stream()).toList(), false, "all together") + ".");
    }

    private static List<Result> healthy(List<Result> half, boolean open) {
        return half.stream()
                .filter(r -> r.patient.cause().isEmpty() && r.patient.open() == open)
                .toList();
    }

    /// `3 of 64 (4.7 %) healthy ones`.
    private static String share(List<Result> results, boolean right, String who) {
        long count = results.stream().filter(r -> r.isRight() == right).count();
        double share = 100.0 * count / Math.max(1, results.size());
        return String.format(Locale.ROOT, "%d of %d (%.1f %%) %s", count, results.size(), share, who);
    }

    private static String key(Cause cause) {
        String id = cause.detector();
        return (id.length() == 2 ? "D0" + id.charAt(1) : id) + " | "
                + cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package hillock.doctor.clinic;

import hillock.data.Table;
import hillock.doctor.Diagnosis;
import hillock.doctor.Doctor;
import hillock.nn.Activation;
import hillock.nn.Event;
import hillock.nn.Module;
import hillock.tabular.Fitted;
import hillock.tabular.Model;
import hillock.tabular.Preparation;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.TrainingStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Healthy patients from outside: the networks that a fit makes, and such as people choose, on the
/// open tables and curves of `../shared`, which a fresh clone does not have.
///
/// @param file below ../shared
/// @param target the column to learn
/// @param drop columns to leave out, as the table's description says
record OpenTables(String file, String target, List<String> drop) {
    /// An even number of them: so those of one parity are the same tables for every network, and
    /// no table stands in both halves of the clinic.
    private static final List<OpenTables> ALL = List.of(
            table("iris", "species"),
            table("wine", "cultivar"),
            table("breast_cancer", "diagnosis"),
            table("diabetes", "progression"),
            table("digits", "digit"),
            table("penguins", "species"),
            table("titanic", "survived", "alive", "class", "embark_town", "who", "adult_male", "deck", "alone"),
            table("mpg", "mpg", "name"),
            table("tips", "tip"),
            table("pima_diabetes", "diabetes"),
            table("diamonds", "price"),
            table("airline_passengers", "Passengers"),
            new OpenTables("data/mnist/train-images-idx3-ubyte.gz", "label", List.of()),
            curve("sin"),
            curve("abs"),
            curve("exp"),
            curve("runge"),
            curve("damped_sine"),
            curve("step"),
            table("nist/Bennett5", "y"),
            table("nist/Chwirut1", "y"),
            table("nist/Eckerle4", "y"),
            table("nist/Gauss2", "y"),
            table("nist/Hahn1", "y"),
            table("nist/Nelson", "y"),
            table("nist/Thurber", "y"));

    /// Recipes by the names that people would call them.
    private record Network(String name, Recipe recipe) {
        private static final List<Network> ALL = List.of(
                new Network("default", Recipe.DEFAULT),
                new Network("tutorial", Recipe.TUTORIAL),
                plain("tanh", 32),
                plain("gelu", 64, 64),
                plain("leaky_relu", 24, 24, 24),
                plain("silu", 128, 64));

        private static Network plain(String activation, Integer... hidden) {
            List<Integer> units = List.of(hidden);
            return new Network(
                    activation + " " + units, Recipe.TUTORIAL.hidden(units).activation(Activation.parse(activation)));
        }
    }

    private static OpenTables table(String name, String target, String... drop) {
        return new OpenTables("data/" + name + ".csv", target, List.of(drop));
    }

    private static OpenTables curve(String name) {
        return new OpenTables("curves/" + name + ".train.csv", "y", List.of());
    }

    /// The folder ../shared, seen from the repository's root.
    static Optional<Path> folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolve("shared");
            if (Files.isDirectory(shared.resolve("data"))) return Optional.of(shared);
        }
        return Optional.empty();
    }

    /// All of them, those of one network after the other; none where the folder is absent.
    static List<Patient> patients() {
        List<Patient> patients = new ArrayList<>();
        folder().ifPresent(shared -> {
            for (Network network : Network.ALL)
                for (OpenTables table : ALL)
                    patients.add(Patient.open(
                            table.file + " " + network.name,
                            () -> table.diagnose(shared.resolve(table.file), network.recipe)));
        });
        return patients;
    }

    /// What `hillock fit --doctor` says.
    private Diagnosis diagnose(Path path, Recipe recipe) {
        Study study = Study.of(Table.read(path), new Study.Question(Optional.of(target), Optional.empty(), drop, 0));
        List<String> inputs = Preparation.of(study.schema(), study.training()).features();
        int rows = study.training().rows();
        boolean solved = recipe.resolved(study.target().task(), rows, study.preparation())
                        .style()
                == TrainingStyle.SMOOTH;
        if (solved) return examined(study.fit(recipe, event -> {}), inputs);
        Event.Prepared ready = study.prepared(recipe);
        Doctor doctor = Doctor.listening(inputs);
        Module network = ready.module();
        ready.trainer().train(network, ready.data(), ready.rng(), doctor);
        return doctor.diagnosis();
    }

    /// A network that was not trained step by step is looked at when it is done.
    private static Diagnosis examined(Fitted fitted, List<String> inputs) {
        Model judged = fitted.judged();
        return Doctor.examine(
                judged.network(),
                judged.target().task().loss(),
                judged.dataset(fitted.study().training()),
                inputs);
    }
}

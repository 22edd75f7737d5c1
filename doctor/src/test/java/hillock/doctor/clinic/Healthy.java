package hillock.doctor.clinic;

import java.util.ArrayList;
import java.util.List;

/// The healthy patients: sound networks on problems that they can learn.
final class Healthy {
    private static final List<String> ACTIVATIONS =
            List.of("relu", "tanh", "gelu", "leaky_relu", "silu", "elu", "selu", "sigmoid", "softplus", "prelu");

    private Healthy() {}

    static List<Patient> generated() {
        List<Patient> patients = new ArrayList<>();
        long seed = 1000;
        for (Problem problem : Problem.values()) {
            for (int i = 0; i < 8; i++) {
                String activation = ACTIVATIONS.get((int) (seed * 7 % ACTIVATIONS.size()));
                Integer[] hidden = switch (i % 4) {
                    case 0 -> new Integer[] {32};
                    case 1 -> new Integer[] {32, 32};
                    case 2 -> new Integer[] {64, 64};
                    default -> new Integer[] {24, 24, 24};
                };
                Network network = Network.of(problem, activation, seed++, hidden)
                        .epochs(i < 4 ? 150 : 80)
                        .rows(i % 2 == 0 ? 400 : 800)
                        .optimizer(i == 7 ? "adamw(lr=0.004, weight_decay=0.01)" : "adam(lr=0.005)");
                String name =
                        problem.name().toLowerCase(java.util.Locale.ROOT) + " " + network.hidden() + " " + activation;
                patients.add(Patient.healthy(name, network::diagnose));
            }
        }
        return patients;
    }
}

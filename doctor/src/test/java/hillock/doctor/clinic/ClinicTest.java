package hillock.doctor.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hillock.doctor.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A part of the clinic: one patient of each sickness and a few healthy ones, of the half by which
/// thresholds were set.
class ClinicTest {
    @TestFactory
    Stream<DynamicTest> eachIsDiagnosed() {
        List<Patient> patients = Clinic.patients();
        return IntStream.range(0, patients.size())
                .filter(i -> i % 4 == 0 && !patients.get(i).open())
                .mapToObj(i -> DynamicTest.dynamicTest(
                        "#" + i + " " + patients.get(i).name(), () -> isDiagnosed(patients.get(i))));
    }

    /// Small ones, and such as were given false alarms once.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/iris.csv default",
                "data/breast_cancer.csv tutorial",
                "data/titanic.csv tutorial",
                "data/nist/Chwirut1.csv tanh [32]",
                "curves/step.train.csv silu [128, 64]"
            })
    void theHealthyOnOpenTablesGetNoMoreThanNotes(String name) {
        assumeTrue(OpenTables.folder().isPresent(), "needs ../shared");
        isDiagnosed(Clinic.patients().stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private static void isDiagnosed(Patient patient) {
        Diagnosis diagnosis = patient.diagnose().get();
        assertThat(new Clinic.Result(patient, false, diagnosis).isRight())
                .as(diagnosis.text(Locale.ENGLISH))
                .isTrue();
    }

    @Test
    void thereAreSixtyOfEach() {
        assertThat(Clinic.patients()).filteredOn(p -> p.cause().isPresent()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Clinic.patients())
                .filteredOn(p -> p.cause().isEmpty() && !p.open())
                .hasSizeGreaterThanOrEqualTo(60);
    }
}

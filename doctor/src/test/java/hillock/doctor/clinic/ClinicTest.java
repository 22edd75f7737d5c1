package hillock.doctor.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A part of the clinic: one patient of each sickness and a few healthy ones, of the half by which
/// thresholds were set.
class ClinicTest {
    @TestFactory
    Stream<DynamicTest> eachIsDiagnosed() {
        List<Patient> patients = Clinic.patients();
        return IntStream.range(0, patients.size())
                .filter(i -> i % 4 == 0)
                .mapToObj(i ->
                        DynamicTest.dynamicTest("#" + i + " " + patients.get(i).name(), () -> {
                            var diagnosis = patients.get(i).diagnose().get();
                            assertThat(new Clinic.Result(patients.get(i), false, diagnosis).isRight())
                                    .as(diagnosis.text(java.util.Locale.ENGLISH))
                                    .isTrue();
                        }));
    }

    @Test
    void thereAreSixtyOfEach() {
        assertThat(Clinic.patients()).filteredOn(p -> p.cause().isPresent()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(Clinic.patients()).filteredOn(p -> p.cause().isEmpty()).hasSizeGreaterThanOrEqualTo(60);
    }
}

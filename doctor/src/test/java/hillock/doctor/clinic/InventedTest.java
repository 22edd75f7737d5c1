package hillock.doctor.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.doctor.Diagnosis;
import hillock.doctor.Finding;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class InventedTest {
    @TestFactory
    Stream<DynamicTest> theFirstFindingNamesTheCause() {
        return Invented.all().stream()
                .map(i -> DynamicTest.dynamicTest(i.name(), () -> {
                    Diagnosis diagnosis = i.diagnose();
                    assertThat(diagnosis.findings().stream().limit(1).map(Finding::cause))
                            .as(diagnosis.text(Locale.ENGLISH))
                            .isNotEmpty()
                            .allMatch(i.right()::contains);
                }));
    }
}

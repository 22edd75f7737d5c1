package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void selectsRowsWithTheirLines() {
        Table read = CsvTest.read("a,b\n1,x\n2,\n3,中文\n");
        Table made = Table.of(
                "t.csv",
                read.columns().stream()
                        .map(c -> new Column(c.name(), List.copyOf(c.cells())))
                        .toList());
        for (Table table : List.of(read, made)) {
            Table picked = table.select(new int[] {2, 0, 2});
            assertThat(CsvTest.show(picked)).isEqualTo("a:3,1,3 b:中文,x,中文");
            assertThat(List.of(picked.line(0), picked.line(1))).containsExactly(4, 2);
            assertThat(table.select(new int[0]).rows()).isZero();
            assertThatThrownBy(() -> table.select(new int[] {3})).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThat(read.columns()).isEqualTo(made.columns());
    }

    @Test
    void selectsFromASelection() {
        Table table = CsvTest.read("a,b\n1,x\n2,y\n-,z\n");
        Table last = table.select(new int[] {2, 1}).select(new int[] {1, 0, 1});
        assertThat(CsvTest.show(last)).isEqualTo("a:2,-,2 b:y,z,y");
        assertThat(last.column("a").orElseThrow().number(0)).isEqualTo(2);
        assertThat(last.column("a").orElseThrow().isMissing(1)).isTrue();
        assertThat(last.line(1)).isEqualTo(4);
    }

    @Test
    void equalCellsHaveEqualHashes() {
        Table read = CsvTest.read("a,b\n1,x\n,ä\n1.0,x\n1,\n");
        Column a = read.column("a").orElseThrow();
        assertThat(a.hash(0)).isEqualTo(a.hash(3)).isNotEqualTo(a.hash(1)).isNotEqualTo(a.hash(2));
        Column b = read.select(new int[] {1, 2, 0}).column("b").orElseThrow();
        Column plain = new Column("b", List.of("ä", "x", "x"));
        for (int row = 0; row < 3; row++) assertThat(b.hash(row)).isEqualTo(plain.hash(row));
        assertThat(b.hash(0)).isNotEqualTo(b.hash(1));
    }

    @Test
    void refusesColumnsThatDoNotFit() {
        Column a = new Column("a", List.of("1"));
        assertThatThrownBy(() -> Table.of("t", List.of(a, a))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Table.of("t", List.of(a, new Column("b", List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"b\" has 0 cells, the table has 1 rows");
    }
}

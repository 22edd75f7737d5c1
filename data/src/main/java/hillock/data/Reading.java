package hillock.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// How a column's numbers are to be read where they are not written plainly.
///
/// @param number the plain form of a cell that holds one
record Reading(UnaryOperator<String> number, List<Note> notes) {
    /// Among fewer different numbers a word such as `unknown` may be one more code.
    private static final int MANY_NUMBERS = 10;

    static Optional<Reading> of(Column column) {
        Optional<String> bracketed = Brackets.first(column.cells());
        List<String> cells = bracketed.isEmpty()
                ? column.cells()
                : column.cells().stream().map(Brackets::open).toList();
        NumberSign sign = NumberSign.of(cells).orElse(NumberSign.NONE);
        // Spares columns of texts the rest.
        Optional<String> first =
                cells.stream().filter(cell -> !Numbers.holdsNothing(cell)).findFirst();
        if (first.isEmpty()) return Optional.empty();
        boolean clock = Clock.isTime(first.get());
        if (!clock && NumberStyle.of(List.of(sign.without(first.get()))).isEmpty()) return Optional.empty();
        List<String> present = cells.stream()
                .filter(cell -> !Numbers.holdsNothing(cell))
                .map(sign::without)
                .toList();
        boolean words = cells.stream().anyMatch(Numbers::looksMissing);
        if (words && present.stream().distinct().limit(MANY_NUMBERS + 1).count() <= MANY_NUMBERS)
            return Optional.empty();
        String name = Names.quote(column.name());
        if (clock) {
            if (!present.stream().allMatch(Clock::isTime)) return Optional.empty();
            Note note = Note.of(Note.Topic.CLOCK, name, first.get(), Clock.plain(first.get()));
            return Optional.of(new Reading(Clock::plain, noted(column, List.of(note))));
        }
        List<Note> negative = bracketed.stream()
                .map(cell -> Note.of(Note.Topic.BRACKETS, name, cell))
                .toList();
        return NumberStyle.of(present)
                .map(style -> new Reading(
                        cell -> style.plain(sign.without(Brackets.open(cell))),
                        noted(column, written(name, style, sign, negative))));
    }

    private static List<Note> written(String column, NumberStyle style, NumberSign sign, List<Note> negative) {
        List<Note> notes = new ArrayList<>(negative);
        switch (style) {
            case PLAIN -> {}
            case DECIMAL_COMMA -> notes.add(Note.of(Note.Topic.DECIMAL_COMMA, column));
            case THOUSANDS_COMMA -> notes.add(Note.of(Note.Topic.THOUSANDS_COMMA, column));
            case THOUSANDS_BLANK -> notes.add(Note.of(Note.Topic.THOUSANDS_BLANK, column));
            case THOUSANDS_BLANK_DECIMAL_COMMA -> notes.add(Note.of(Note.Topic.THOUSANDS_BLANK_DECIMAL_COMMA, column));
        }
        if (!sign.equals(NumberSign.NONE)) notes.add(Note.of(Note.Topic.SIGN, column, sign.text()));
        return notes;
    }

    private static List<Note> noted(Column column, List<Note> how) {
        List<Note> notes = new ArrayList<>(how);
        List<String> words = column.cells().stream()
                .filter(Numbers::looksMissing)
                .distinct()
                .map(Names::quote)
                .toList();
        if (!words.isEmpty())
            notes.add(Note.of(Note.Topic.WORDS, Names.quote(column.name()), String.join(", ", words)));
        return notes;
    }

    Column plain(Column column) {
        return new Column(
                column.name(), column.cells().stream().map(this::plain).toList());
    }

    private String plain(String cell) {
        if (Numbers.isMissing(cell)) return cell;
        return Numbers.looksMissing(cell) ? "" : number.apply(cell);
    }
}

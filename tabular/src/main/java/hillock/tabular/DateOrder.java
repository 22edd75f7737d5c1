package hillock.tabular;

/// How dates such as `03/04/2024` in a column are to be read. All cells of a column decide it together.
public enum DateOrder {
    /// Every cell has one reading only: `2024-04-03`, `3 Apr 2024`, `03.04.2024`.
    CLEAR("a date such as 2024-03-31"),
    /// Day, month, year, as in Europe: some cell has a day above 12.
    DAY_FIRST("a date such as 31/03/2024, the day first"),
    /// Month, day, year, as in America: some cell has a day above 12.
    MONTH_FIRST("a date such as 03/31/2024, the month first");

    private final String example;

    DateOrder(String example) {
        this.example = example;
    }

    /// What a cell must hold, in words.
    String example() {
        return example;
    }
}

package hillock.doctor;

import java.util.Locale;

/// How much a finding matters.
public enum Severity {
    /// Worth knowing; the network may well be sound.
    NOTE,
    /// It probably costs quality, or will.
    WARNING,
    /// The network does not learn, or not what was asked, because of it.
    SERIOUS;

    /// The name as it stands in JSON: `note`, `warning`, `serious`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Severity atLeast(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Severity atMost(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }
}

package hillock.bench;

/// Who takes part in a work, and how.
///
/// @param variant another way of the library to do the same, or the empty string
/// @param different in what its arithmetic differs, if it does: its results are then not compared
record Entrant(Peer peer, String variant, int threads, String different) {
    static Entrant of(Peer peer) {
        return new Entrant(peer, "", 1, "");
    }

    Entrant variant(String other) {
        return new Entrant(peer, other, threads, different);
    }

    Entrant threads(int count) {
        return new Entrant(peer, variant, count, different);
    }

    Entrant different(String how) {
        return new Entrant(peer, variant, threads, how);
    }

    /// `pytorch`, `pytorch script`, `hillock 2 threads`.
    String label() {
        return peer.label()
                + (variant.isEmpty() ? "" : " " + variant)
                + (threads == 1 ? "" : " " + threads + " threads");
    }
}

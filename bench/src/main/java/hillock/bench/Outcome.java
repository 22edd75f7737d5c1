package hillock.bench;

import java.util.List;

/// What came of a work: Hillock's standing first, then that of each peer.
///
/// @param waited the largest share of a turn that one spent waiting for a processor which other programs had: noise
public record Outcome(String work, String group, List<Standing> standings, double waited) {}

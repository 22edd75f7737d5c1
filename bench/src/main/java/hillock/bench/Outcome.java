package hillock.bench;

import java.util.List;

/// What came of a work: Hillock's standing first, then that of each peer.
public record Outcome(String work, String group, List<Standing> standings) {}

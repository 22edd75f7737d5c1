package hillock.cli.fit;

import hillock.cli.report.Words;
import hillock.doctor.WhatIf;
import java.util.List;

/// The mends that were tried, one a line, for a terminal.
record WhatIfTable(Words words) {
    List<String> lines(WhatIf whatIf) {
        Aligned aligned = new Aligned(true).row(words.mendHead());
        whatIf.trials().forEach(t -> aligned.row(words.mend(t)));
        return aligned.lines();
    }
}

/// Why does it not learn? Probes, detectors and trials.
module hillock.doctor {
    requires transitive hillock.nn;
    requires transitive hillock.plot;

    exports hillock.doctor;
}

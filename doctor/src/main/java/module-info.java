/// Why does it not learn? Probes, detectors and trials.
module hillock.doctor {
    requires transitive hillock.nn;

    exports hillock.doctor;
}

/// The course: numbered examples that compile and run in the build.
module hillock.guide {
    requires transitive hillock.doctor;
    requires transitive hillock.nn;
    requires transitive hillock.plot;

    exports hillock.guide;
}

/// The course: numbered examples that compile and run in the build.
module hillock.guide {
    requires hillock.nn;
    requires hillock.plot;
}

package hillock.bench.worker;

import hillock.bench.task.Peak;
import jdk.incubator.vector.FloatVector;

/// The task [Peak]: twelve sums in registers.
final class Multiplying {
    private Multiplying() {}

    static Job job() {
        return Job.repeating(Multiplying::sums, sums -> new float[0]);
    }

    /// Twelve variables by name: an array of vectors would be boxed.
    private static float sums() {
        FloatVector a = FloatVector.broadcast(FloatVector.SPECIES_512, 0.5f);
        FloatVector c0 = a, c1 = a, c2 = a, c3 = a, c4 = a, c5 = a, c6 = a, c7 = a, c8 = a, c9 = a, c10 = a, c11 = a;
        for (int i = 0; i < Peak.ROUNDS; i++) {
            c0 = c0.fma(a, a);
            c1 = c1.fma(a, a);
            c2 = c2.fma(a, a);
            c3 = c3.fma(a, a);
            c4 = c4.fma(a, a);
            c5 = c5.fma(a, a);
            c6 = c6.fma(a, a);
            c7 = c7.fma(a, a);
            c8 = c8.fma(a, a);
            c9 = c9.fma(a, a);
            c10 = c10.fma(a, a);
            c11 = c11.fma(a, a);
        }
        return c0.add(c1).add(c2).add(c3).add(c4).add(c5).lane(0)
                + c6.add(c7).add(c8).add(c9).add(c10).add(c11).lane(0);
    }
}

package hillock.guide;

/// The course, run once for all tests.
final class MeasuredCourse {
    static final Course COURSE = Course.measure();

    private MeasuredCourse() {}

    static <P extends Page> P page(Class<P> type) {
        return COURSE.page(type);
    }
}

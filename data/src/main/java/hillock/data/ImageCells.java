package hillock.data;

import java.util.AbstractList;
import java.util.Objects;

/// A column of pictures. As text a picture is its number in its file, counted from 0.
final class ImageCells extends AbstractList<String> implements Cells {
    private final Images images;

    ImageCells(Images images) {
        this.images = images;
    }

    Images images() {
        return images;
    }

    @Override
    public String get(int index) {
        return Integer.toString(images.place(Objects.checkIndex(index, size())));
    }

    @Override
    public int size() {
        return images.count();
    }

    /// The place of a picture in a file says nothing about it.
    @Override
    public double number(int index) {
        return Double.NaN;
    }

    @Override
    public boolean isMissing(int index) {
        return false;
    }

    @Override
    public long hash(int index) {
        float[] pixels = new float[images.pixels()];
        images.copy(index, pixels, 0);
        return Hash.of(pixels);
    }
}

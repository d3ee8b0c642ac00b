package dev.surveyor.service.rows;

import java.util.Arrays;

/** Numbers in rising order: new ones come at the end, old ones leave at the beginning. */
public final class RowNumbers {

    private long[] numbers = new long[16];
    private int start;
    private int end;

    public int size() {
        return end - start;
    }

    public long get(int index) {
        return numbers[start + index];
    }

    public void add(long number) {
        if (end == numbers.length) {
            numbers = Arrays.copyOfRange(numbers, start, start + Math.max(16, 2 * size()));
            end -= start;
            start = 0;
        }
        numbers[end++] = number;
    }

    public void dropBelow(long least) {
        while (start < end && numbers[start] < least) {
            start++;
        }
    }

    public void clear() {
        start = 0;
        end = 0;
    }
}

package dev.optimizer.autodiff.array;

/** How the iterations of a domain go with those of its outermost loops alone. */
public final class Prefix {
    private Prefix() {}

    /**
     * Element size·(number of the iteration of the outermost loops) + element of an array that has {@code size} elements
     * for each iteration of them.
     */
    public static Access access(Domain domain, int depth, int size, IndexForm element) {
        if (depth == domain.depth() && size == 1) {
            return Access.IDENTITY;
        }
        Domain outer = domain.prefix(depth);
        if (outer.isRegular()) {
            IndexForm number = IndexForm.ZERO;
            int stride = size;
            for (int level = depth - 1; level >= 0; level--) {
                number = number.plus(IndexForm.index(level).times(stride));
                stride *= outer.levels().get(level).count(0);
            }
            return number.plus(element).access(domain);
        }
        int[] numbers = numbers(domain, depth);
        int[] elements = element.values(domain);
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = numbers[k] * size + elements[k];
        }
        return new Access.Table(new Indices(numbers));
    }

    /** For each iteration the number of that of the outermost loops. */
    private static int[] numbers(Domain domain, int depth) {
        int[] numbers = new int[domain.prefix(depth).count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        for (int level = depth; level < domain.depth(); level++) {
            int[] inner = new int[domain.prefix(level + 1).count()];
            for (int outer = 0, k = 0; outer < numbers.length; outer++) {
                for (int i = domain.levels().get(level).count(outer); i > 0; i--) {
                    inner[k++] = numbers[outer];
                }
            }
            numbers = inner;
        }
        return numbers;
    }
}

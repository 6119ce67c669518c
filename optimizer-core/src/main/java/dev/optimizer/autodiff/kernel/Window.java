package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Access;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Targets that add to neighbouring elements of one array, such as i and i + 1, which move on by one from iteration to iteration:
 * what they add up to is kept in local variables until the last of them has passed. Reading back from memory what has just
 * been written there would make each iteration wait for the one before.
 *
 * @param offsets for each target, by number, how many iterations it is ahead of the last one
 * @param last the access of that one
 * @param fresh the array, if it begins at zero and the window passes over it in one go: then nothing is fetched; or null
 */
record Window(int slot, Access.Affine last, Map<Integer, Integer> offsets, Pass.Fresh fresh) {
    /** Wider windows would not fit into the registers of a processor. */
    private static final int WIDEST = 8;

    /** How many elements it holds. */
    int width() {
        return Collections.max(offsets.values()) + 1;
    }

    /** All windows of a pass. */
    static List<Window> of(Pass pass) {
        Map<Integer, List<Integer>> bySlot = new LinkedHashMap<>();
        for (int i = 0; i < pass.targets().size(); i++) {
            if (pass.isScattered(pass.targets().get(i))) {
                bySlot.computeIfAbsent(pass.targets().get(i).slot(), slot -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Window> windows = new ArrayList<>();
        bySlot.forEach((slot, targets) -> add(pass, slot, targets, windows));
        return windows;
    }

    /** Adds the window of an array, if all that adds to it fits into one. */
    private static void add(Pass pass, int slot, List<Integer> targets, List<Window> windows) {
        Map<Integer, Integer> ahead = new LinkedHashMap<>();
        Access.Affine origin = affine(pass, targets.get(0));
        for (int i : targets) {
            Access.Affine access = affine(pass, i);
            if (access == null || !runsBeside(pass, access, origin)) {
                return;
            }
            ahead.put(i, (access.base() - origin.base()) / Walk.step(pass.loops(), origin));
        }
        int least = Collections.min(ahead.values());
        ahead.replaceAll((i, offset) -> offset - least);
        int first = targets.stream().filter(i -> ahead.get(i) == 0).findFirst().orElseThrow();
        Window window = new Window(slot, affine(pass, first), ahead, fresh(pass, slot, origin));
        boolean pays = window.width() > 1 || window.fresh() != null;
        if (pays && window.width() <= WIDEST) {
            windows.add(window);
        }
    }

    private static Pass.Fresh fresh(Pass pass, int slot, Access.Affine access) {
        boolean inOneGo =
                pass.loops().depth() == 1 && pass.domain().count() > 0 && Walk.step(pass.loops(), access) == 1;
        return pass.fresh().stream()
                .filter(fresh -> inOneGo && fresh.slot() == slot)
                .findFirst()
                .orElse(null);
    }

    private static Access.Affine affine(Pass pass, int target) {
        return pass.targets().get(target).access() instanceof Access.Affine affine ? affine : null;
    }

    private static boolean runsBeside(Pass pass, Access.Affine access, Access.Affine origin) {
        int step = Walk.step(pass.loops(), origin);
        return access.flat() == origin.flat()
                && access.strides().equals(origin.strides())
                && (access.base() - origin.base()) % step == 0;
    }
}

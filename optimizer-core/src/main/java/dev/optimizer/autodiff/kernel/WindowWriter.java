package dev.optimizer.autodiff.kernel;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Writes how windows pass over their arrays; their elements are local variables meanwhile. */
final class WindowWriter {
    private final Pass pass;
    private final Emitter emitter;
    private final PlaceWriter places;
    private final List<Window> windows;
    /** For each window the local variables of its elements, the last one first. */
    private final Map<Window, int[]> held = new LinkedHashMap<>();

    WindowWriter(Pass pass, Emitter emitter, PlaceWriter places) {
        this.pass = pass;
        this.emitter = emitter;
        this.places = places;
        this.windows = Window.of(pass);
        windows.forEach(window -> held.put(window, emitter.doubles(window.width())));
    }

    /** Before the loops: sets to zero what begins there, but what windows pass over. */
    void clear() {
        Set<Pass.Fresh> passed = new HashSet<>();
        for (Window window : windows) {
            if (window.fresh() != null) {
                int from = window.last().base();
                int to = from + pass.domain().count() - 1 + window.width();
                zero(window.fresh(), 0, from);
                zero(window.fresh(), to, window.fresh().length());
                passed.add(window.fresh());
            }
        }
        pass.fresh().stream().filter(fresh -> !passed.contains(fresh)).forEach(fresh -> zero(fresh, 0, fresh.length()));
    }

    private void zero(Pass.Fresh fresh, int from, int to) {
        emitter.zero(() -> places.pushElement(fresh.slot(), from), (long) to - from);
    }

    /** Before the innermost loop: fetches all elements but the foremost, which each iteration fetches. */
    void open() {
        for (Window window : windows) {
            for (int i = 0; i + 1 < window.width(); i++) {
                fetch(window, i);
            }
        }
    }

    /** At the beginning of an iteration: fetches the foremost elements. */
    void fetch() {
        windows.forEach(window -> fetch(window, window.width() - 1));
    }

    private void fetch(Window window, int ahead) {
        if (window.fresh() != null) {
            emitter.push(0.0);
        } else {
            emitter.get(() -> places.push(window.slot(), window.last(), ahead));
        }
        emitter.store(Opcodes.DSTORE, held.get(window)[ahead]);
    }

    /** The local variable that a target adds to, 0 if it is in no window. */
    int local(int target) {
        for (Window window : windows) {
            if (window.offsets().containsKey(target)) {
                return held.get(window)[window.offsets().get(target)];
            }
        }
        return 0;
    }

    /** At the end of an iteration: leaves the last elements behind. */
    void shift() {
        for (Window window : windows) {
            leave(window, 0);
            int[] elements = held.get(window);
            for (int i = 1; i < elements.length; i++) {
                emitter.load(Opcodes.DLOAD, elements[i]);
                emitter.store(Opcodes.DSTORE, elements[i - 1]);
            }
        }
    }

    /** After the innermost loop: leaves all elements behind. */
    void close() {
        for (Window window : windows) {
            for (int i = 0; i + 1 < window.width(); i++) {
                leave(window, i);
            }
        }
    }

    private void leave(Window window, int ahead) {
        emitter.put(
                () -> places.push(window.slot(), window.last(), ahead),
                () -> emitter.load(Opcodes.DLOAD, held.get(window)[ahead]));
    }
}

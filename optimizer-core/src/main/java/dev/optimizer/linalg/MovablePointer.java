package dev.optimizer.linalg;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/** A pointer for CBLAS that can be moved to another address without a new object. It owns no memory. */
final class MovablePointer extends DoublePointer {
    MovablePointer() {
        super((Pointer) null);
    }

    MovablePointer to(long newAddress) {
        address = newAddress;
        return this;
    }
}

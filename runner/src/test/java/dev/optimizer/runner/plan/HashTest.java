package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HashTest {
    /** FIPS 180-4, the example of a message of one block: "abc". */
    @Test
    void isSha256() {
        assertThat(Hash.hex("abc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Hash.hex("abc", 6)).isEqualTo("ba7816");
        assertThat(Hash.number("abc")).isEqualTo(0xba7816bf8f01cfeaL);
    }

    @Test
    void textIsUtf8WhateverTheMachineUses() {
        assertThat(Hash.hex("∇", 64)).isEqualTo(Hash.hex(new byte[] {(byte) 0xE2, (byte) 0x88, (byte) 0x87}));
    }
}

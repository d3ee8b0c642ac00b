package dev.surveyor.codec.programs;

import dev.surveyor.codec.format.ByteReader;
import dev.surveyor.codec.format.UndecodableException;

/** The side of a join, a byte: 1 for left, 0 for right. */
final class JoinSide {

    private JoinSide() {}

    static String of(ByteReader in) {
        int side = in.octet();
        if (side > 1) {
            throw new UndecodableException(side + " is no side of a join");
        }
        return side == 1 ? "left" : "right";
    }
}

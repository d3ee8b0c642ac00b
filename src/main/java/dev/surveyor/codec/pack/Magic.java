package dev.surveyor.codec.pack;

import dev.surveyor.codec.Slice;

/** The first bytes by which a format is known. */
final class Magic {

    private Magic() {}

    static boolean begins(Slice bytes, byte[] magic) {
        if (bytes.length() < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes.at(i) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

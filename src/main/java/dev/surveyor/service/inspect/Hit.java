package dev.surveyor.service.inspect;

import dev.surveyor.codec.JsonItem;
import org.jspecify.annotations.Nullable;

/**
 * A place at which a text was found.
 *
 * @param at the index of its first character or byte; -1 in a tree
 * @param length in characters or bytes
 * @param item the node of a tree, else null
 */
public record Hit(int at, int length, @Nullable JsonItem item) {}

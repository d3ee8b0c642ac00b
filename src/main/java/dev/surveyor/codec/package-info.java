/**
 * Bytes to text that a person can read, and nothing guessed: what a key or value is, a short preview for a table cell,
 * JSON with exact numbers, hexadecimal lines. Every method is safe on hostile bytes: bounded, without recursion.
 */
@NullMarked
package dev.surveyor.codec;

import org.jspecify.annotations.NullMarked;

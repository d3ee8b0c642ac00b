/**
 * One record looked at closely, without a window: its key and value as something to draw, texts found in them, its headers
 * and fields, the conditions of a filter that they make, and what came before it under its key.
 */
@NullMarked
package dev.surveyor.service.inspect;

import org.jspecify.annotations.NullMarked;

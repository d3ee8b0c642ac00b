/**
 * One record looked at closely, without a window: its key and value as something to draw, texts found in them, its headers,
 * what it says about itself, and how it differs from another.
 */
@NullMarked
package dev.surveyor.service.inspect;

import org.jspecify.annotations.NullMarked;

/** Binary relatives of JSON, each read with its own library and written as JSON: CBOR, Smile, MessagePack. */
@NullMarked
package dev.surveyor.codec.binary;

import org.jspecify.annotations.NullMarked;

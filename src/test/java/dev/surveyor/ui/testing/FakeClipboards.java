package dev.surveyor.ui.testing;

import dev.surveyor.ui.fx.Clipboards;

/** A clipboard in a field. */
public final class FakeClipboards implements Clipboards {

    private String text = "";

    @Override
    public void copy(String copied) {
        text = copied;
    }

    @Override
    public String text() {
        return text;
    }
}

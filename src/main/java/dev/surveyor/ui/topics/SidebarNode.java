package dev.surveyor.ui.topics;

import java.util.List;

/**
 * A row with the rows below it.
 *
 * @param key what tells it from its siblings, the same from one refresh to the next
 * @param row what it shows
 * @param expanded whether its children are seen at first
 * @param children in order
 */
record SidebarNode(String key, SidebarRow row, boolean expanded, List<SidebarNode> children) {

    SidebarNode {
        children = List.copyOf(children);
    }

    static SidebarNode leaf(String key, SidebarRow row) {
        return new SidebarNode(key, row, false, List.of());
    }
}

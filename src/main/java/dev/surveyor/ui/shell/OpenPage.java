package dev.surveyor.ui.shell;

import dev.surveyor.domain.connection.ConnectionProfile;
import dev.surveyor.ui.page.Page;
import dev.surveyor.ui.page.PageAddress;
import org.jspecify.annotations.Nullable;

/**
 * A page that has a tab.
 *
 * @param address where it belongs and how it is opened again
 * @param profile the connection that it is about, or null for none
 * @param page the page
 */
record OpenPage(PageAddress address, @Nullable ConnectionProfile profile, Page page) {}

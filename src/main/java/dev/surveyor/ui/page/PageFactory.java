package dev.surveyor.ui.page;

import dev.surveyor.service.connection.ClusterSession;

/** Makes the live pages of one feature. For the JavaFX thread only. */
@FunctionalInterface
public interface PageFactory {

    /**
     * Makes the page of that address; what it needs of the cluster it asks by itself, without blocking.
     *
     * @param address of a kind that this factory is for, on this connection
     * @param session the open connection
     */
    Page make(PageAddress address, ClusterSession session);
}

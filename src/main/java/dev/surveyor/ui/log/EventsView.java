package dev.surveyor.ui.log;

import dev.surveyor.domain.event.ClientEvent;
import dev.surveyor.service.event.EventText;
import dev.surveyor.ui.fx.UiExecutor;
import java.util.List;
import javafx.scene.layout.StackPane;

/** What the clients of the connection reported, as a list that grows at the end. */
public final class EventsView extends StackPane {

    private static final double CLIENT_WIDTH = 140;
    private static final double KIND_WIDTH = 88;
    private static final double TEXT_WIDTH = 700;

    public EventsView(EventsViewModel model, UiExecutor ui) {
        getChildren()
                .add(new EventList(
                        "events",
                        "Nothing yet. Start a consumer, a producer or a member of a group.",
                        model,
                        ui,
                        List.of(
                                new EventList.Column("Client", CLIENT_WIDTH, ClientEvent::client, false),
                                new EventList.Column("Kind", KIND_WIDTH, EventText::kind, true),
                                new EventList.Column("Text", TEXT_WIDTH, ClientEvent::text, false))));
    }
}

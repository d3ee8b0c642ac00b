package dev.surveyor.kafka.search;

import dev.surveyor.kafka.client.ClientContext;
import dev.surveyor.service.search.SearchRequest;
import dev.surveyor.service.search.SearchSession;
import dev.surveyor.service.search.Searches;

/** Starts searches on one connection, each on threads of its own. */
public final class KafkaSearches implements Searches {

    private final ClientContext context;
    private final TopicIds ids;

    /** Searches with what the connection's parts share. */
    public KafkaSearches(ClientContext context) {
        this.context = context;
        this.ids = new AdminTopicIds(context);
    }

    @Override
    public SearchSession start(SearchRequest request) {
        String name = context.settings().nextClientId("search");
        KafkaSearch search = new KafkaSearch(request, context, new SearchClients(context), ids, name);
        Runnable forget = context.open().add(search::stop);
        Thread unused = context.threads().start(name, () -> {
            try {
                search.run();
            } finally {
                forget.run();
            }
        });
        return search;
    }
}

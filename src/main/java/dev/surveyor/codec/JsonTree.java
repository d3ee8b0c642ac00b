package dev.surveyor.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document as a tree, bounded in bytes and nodes. Numbers are the characters that were sent, fields keep their
 * order, repeated fields stay.
 *
 * @param root the outermost value, or null where not one token could be read
 * @param nodes how many nodes there are
 * @param complete whether the whole document is in the tree
 * @param problem why it is not JSON, or null; the nodes before the problem are there
 */
public record JsonTree(@Nullable JsonItem root, int nodes, boolean complete, Json.@Nullable Problem problem) {

    /** How many nodes a tree has at most unless told otherwise. */
    public static final int DEFAULT_NODES = 50_000;

    /** Reads at most that many bytes and nodes. Runs in linear time, without recursion. */
    public static JsonTree of(Slice bytes, int maxBytes, int maxNodes) {
        Slice shown = bytes.first(maxBytes);
        boolean cut = shown.length() < bytes.length();
        Reader reader = new Reader(maxNodes);
        try (JsonParser parser = Json.parser(shown)) {
            reader.read(parser);
        } catch (JsonProcessingException broken) {
            Json.Problem problem = Json.problem(broken);
            boolean atCut = cut && problem.position() >= shown.length() - 8L;
            return new JsonTree(reader.root, reader.nodes, false, atCut ? null : problem);
        } catch (IOException broken) {
            Json.Problem problem = new Json.Problem(1, 1, 0, String.valueOf(broken.getMessage()));
            return new JsonTree(reader.root, reader.nodes, false, problem);
        }
        return new JsonTree(reader.root, reader.nodes, !cut && !reader.stopped, null);
    }

    private static final class Reader {
        private final int maxNodes;
        private @Nullable JsonItem root;
        private @Nullable JsonItem parent;
        private @Nullable String name;
        private int nodes;
        private boolean stopped;

        Reader(int maxNodes) {
            this.maxNodes = maxNodes;
        }

        void read(JsonParser parser) throws IOException {
            JsonToken token = parser.nextToken();
            while (token != null && !stopped) {
                take(parser, token);
                token = parser.nextToken();
            }
        }

        private void take(JsonParser parser, JsonToken token) throws IOException {
            switch (token) {
                case FIELD_NAME -> name = parser.currentName();
                case START_OBJECT -> parent = add(JsonItem.Kind.OBJECT, "");
                case START_ARRAY -> parent = add(JsonItem.Kind.LIST, "");
                case END_OBJECT, END_ARRAY -> parent = parent == null ? null : parent.parent();
                case VALUE_STRING -> add(JsonItem.Kind.STRING, parser.getText());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(JsonItem.Kind.NUMBER, parser.getText());
                default -> add(JsonItem.Kind.LITERAL, parser.getText());
            }
        }

        private @Nullable JsonItem add(JsonItem.Kind kind, String text) {
            if (nodes == maxNodes || (parent == null && root != null)) {
                stopped = true;
                return parent;
            }
            JsonItem item = new JsonItem(parent, name, kind, text);
            nodes++;
            name = null;
            root = root == null ? item : root;
            return item;
        }
    }
}

package dev.surveyor.filter.slow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A question about a field of a JSON document, answered from the tree of the whole. Steps are names and indexes. */
record SlowJson(
        List<Object> path,
        @Nullable String operator,
        @Nullable SlowOperand operand) {

    private static final Object NULL = new Object();
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The index that means every element. */
    static final int EVERY = -1;

    /** A number, true or false, as it stands there. */
    private record Bare(String text) {}

    /** Returns null where the bytes are not JSON. */
    @Nullable
    Boolean test(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return false;
        }
        Object tree;
        try (JsonParser parser = FACTORY.createParser(new String(bytes, StandardCharsets.UTF_8))) {
            tree = tree(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                return null;
            }
        } catch (IOException broken) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        if (tree instanceof Map || tree instanceof List) {
            walk(tree, 0, found);
        }
        SlowOperand wanted = operand;
        if (operator == null || wanted == null) {
            return !found.isEmpty();
        }
        if (operator.equals("!=")) {
            return !found.isEmpty() && found.stream().noneMatch(each -> passes(each, "=", wanted));
        }
        return found.stream().anyMatch(each -> passes(each, operator, wanted));
    }

    private void walk(Object node, int depth, List<Object> found) {
        if (depth == path.size()) {
            found.add(node);
            return;
        }
        Object step = path.get(depth);
        if (step instanceof String name && node instanceof Map<?, ?> map) {
            Object child = map.get(name);
            if (child != null) {
                walk(child, depth + 1, found);
            }
        } else if (step instanceof Integer index && node instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (index == EVERY || index == i) {
                    walk(list.get(i), depth + 1, found);
                }
            }
        }
    }

    private static boolean passes(Object node, String operator, SlowOperand operand) {
        boolean contains = operator.equals(":");
        if (node instanceof Map<?, ?> map) {
            return contains && map.values().stream().anyMatch(each -> passes(each, operator, operand));
        }
        if (node instanceof List<?> list) {
            return contains && list.stream().anyMatch(each -> passes(each, operator, operand));
        }
        boolean word = contains || operator.equals("=");
        if (node == NULL || (operand.isNull() && word)) {
            return node == NULL && operand.isNull() && word;
        }
        if (operand.isEmpty() && word) {
            return "".equals(node);
        }
        return node instanceof Bare bare
                ? bare(bare.text(), operator, operand)
                : operand.passes((String) node, operator);
    }

    private static boolean bare(String own, String operator, SlowOperand operand) {
        BigDecimal wanted = operand.number();
        BigDecimal number = SlowOperand.number(own);
        if (operator.equals("=") && operand.pattern() == null) {
            boolean equal =
                    (wanted != null && number != null) ? wanted.compareTo(number) == 0 : own.equals(operand.text());
            return !operand.quoted() && equal;
        }
        boolean orders = operator.startsWith("<") || operator.startsWith(">");
        return (!orders || (wanted != null && number != null)) && operand.passes(own, operator);
    }

    private static Object tree(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw new IOException("ends early");
        }
        switch (token) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    map.putIfAbsent(name, tree(parser, parser.nextToken()));
                }
                return map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    list.add(tree(parser, next));
                }
                return list;
            }
            case VALUE_NULL -> {
                return NULL;
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            default -> {
                return new Bare(parser.getText());
            }
        }
    }
}

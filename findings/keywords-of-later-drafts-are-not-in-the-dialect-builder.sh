#!/usr/bin/env bash
# com.networknt:json-schema-validator 2.0.8: Dialect.builder(dialect).keywords(map -> ...), the place to replace a keyword.
# Guess: the map holds all keywords of the dialect, whatever its draft, $ref among them.
# Seen: it does for draft 4 to 7. For 2019-09 and 2020-12 it holds none of them, since the builder takes those from
# vocabularies when it builds: what is replaced there changes nothing, without an error.
. "$(dirname "${BASH_SOURCE[0]}")/kit/setup.bash"
libraries com.networknt:json-schema-validator:2.0.8 org.slf4j:slf4j-simple:1.7.36
cat > Finding.java << 'END'
import com.networknt.schema.dialect.*;
import java.util.*;

public class Finding {
    public static void main(String[] args) {
        Map<String, Dialect> dialects = new LinkedHashMap<>();
        dialects.put("draft-04", Dialects.getDraft4());
        dialects.put("draft-06", Dialects.getDraft6());
        dialects.put("draft-07", Dialects.getDraft7());
        dialects.put("2019-09", Dialects.getDraft201909());
        dialects.put("2020-12", Dialects.getDraft202012());
        dialects.forEach((name, dialect) -> {
            Set<String> offered = new HashSet<>();
            Dialect.builder(dialect).keywords(map -> offered.addAll(map.keySet())).build();
            System.out.println(name + ": $ref in the dialect " + dialect.getKeywords().containsKey("$ref")
                    + ", in the builder's map " + offered.contains("$ref"));
        });
    }
}
END
run java -cp 'lib/*' Finding.java
as_found << 'END'
draft-04: $ref in the dialect true, in the builder's map true
draft-06: $ref in the dialect true, in the builder's map true
draft-07: $ref in the dialect true, in the builder's map true
2019-09: $ref in the dialect true, in the builder's map false
2020-12: $ref in the dialect true, in the builder's map false
END

#!/usr/bin/env bash
# com.networknt:json-schema-validator 2.0.8: Dialect.builder(dialect).keywords(map -> ...), the place to replace a keyword.
# Guess: the map holds all keywords of the dialect, whatever its draft, $ref among them.
# Seen: it does for draft 4 to 7. For 2019-09 and 2020-12 it holds none of them, since the builder takes those from
# vocabularies when it builds: what is replaced there changes nothing, without an error.
set -euo pipefail
work=$(mktemp -d); cd "$work"
trap 'exec 2> /dev/null; jobs -p | xargs -r kill -9; wait; cd /; rm -rf "$work"' EXIT
cat > pom.xml << 'END'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.networknt</groupId><artifactId>json-schema-validator</artifactId><version>2.0.8</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
END
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib
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
java -cp 'lib/*' Finding.java 2> finding.err | tee seen.txt || { cat finding.err; exit 1; }
diff - seen.txt << 'END' && echo 'as found'
draft-04: $ref in the dialect true, in the builder's map true
draft-06: $ref in the dialect true, in the builder's map true
draft-07: $ref in the dialect true, in the builder's map true
2019-09: $ref in the dialect true, in the builder's map false
2020-12: $ref in the dialect true, in the builder's map false
END

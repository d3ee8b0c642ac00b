# What the findings share: a temporary folder that is gone at the end, pinned libraries, a broker, and what was seen.
# Each script sources it; needed are bash, a JDK of 17 or newer and Maven.
set -euo pipefail
work=$(mktemp -d)
cd "$work"
trap 'exec 2> /dev/null; jobs -p | xargs -r kill -9; wait; cd /; rm -rf "$work"' EXIT

# libraries GROUP:ARTIFACT:VERSION...: copies them and what they need to lib
libraries() {
    local each group artifact version
    {
        echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        echo '<groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>'
        for each; do
            IFS=: read -r group artifact version <<< "$each"
            echo "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency>"
        done
        echo '</dependencies></project>'
    } > pom.xml
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=lib > mvn.log 2>&1 ||
        { cat mvn.log; exit 1; }
}

# answers PORT: whether somebody listens there
answers() { (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null; }

free_port() {
    local port
    while port=$(shuf -i 20000-32000 -n 1) && answers "$port"; do :; done
    echo "$port"
}

# await_port PORT: until somebody listens there, for two minutes at most
await_port() {
    local tries
    for tries in $(seq 240); do
        answers "$1" && return
        sleep 0.5
    done
    echo "nobody listens at port $1" >&2
    exit 1
}

# start_broker NAME NODE ROLES PORT CONTROLLER: one more broker of the cluster whose controller is there; $! is its process
start_broker() {
    local name=$1 node=$2 roles=$3 port=$4 controller=$5 listeners="PLAINTEXT://127.0.0.1:$4"
    [[ $roles == *controller* ]] && listeners+=",CONTROLLER://127.0.0.1:$controller"
    cat > "$name.properties" << END
process.roles=$roles
node.id=$node
controller.quorum.voters=1@127.0.0.1:$controller
listeners=$listeners
advertised.listeners=PLAINTEXT://127.0.0.1:$port
controller.listener.names=CONTROLLER
log.dirs=$PWD/$name.data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
share.coordinator.state.topic.num.partitions=1
group.initial.rebalance.delay.ms=0
END
    java -cp 'lib/*' kafka.tools.StorageTool format -t AAAAAAAAAAAAAAAAAAAAAQ -c "$name.properties" > "$name.log" 2>&1
    java -Xmx512m -cp 'lib/*' kafka.Kafka "$name.properties" >> "$name.log" 2>&1 &
}

# broker: starts a broker that is its own controller; sets server, and controller to the port of its controller
broker() {
    local port
    port=$(free_port)
    controller=$(free_port)
    start_broker broker 1 broker,controller "$port" "$controller"
    await_port "$port"
    server=127.0.0.1:$port
}

# run COMMAND...: runs it, shows what it writes and keeps that
run() {
    "$@" 2>> run.err | tee -a seen.txt || { cat run.err; exit 1; }
}

# as_found: compares what was seen with the text given
as_found() {
    diff - seen.txt && echo 'as found'
}

# toolkit: runs Finding.java in a JavaFX toolkit without a display
toolkit() {
    run java -Dglass.platform=Monocle -Dmonocle.platform=Headless -Dprism.order=sw \
        --module-path lib --add-modules javafx.controls --add-exports javafx.graphics/com.sun.glass.ui=ALL-UNNAMED \
        --patch-module javafx.graphics="$(echo lib/openjfx-monocle-*.jar)" Finding.java
}

// Apache Jena as a second SPARQL engine: `java -cp … Jena.java GRAPH FOLDER` answers each query in
// FOLDER/NAME.rq on GRAPH and writes FOLDER/NAME.json (SPARQL 1.1 Query Results JSON).

import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;

public class Jena {
    public static void main(String[] arguments) throws Exception {
        Model graph = RDFDataMgr.loadModel(arguments[0]);
        try (DirectoryStream<Path> queries = Files.newDirectoryStream(Path.of(arguments[1]), "*.rq")) {
            for (Path query : queries) {
                String name = query.getFileName().toString().replace(".rq", ".json");
                try (QueryExecution run =
                                QueryExecutionFactory.create(
                                        QueryFactory.create(Files.readString(query)), graph);
                        OutputStream answer = Files.newOutputStream(query.resolveSibling(name))) {
                    ResultSetFormatter.outputAsJSON(answer, run.execSelect());
                }
            }
        }
    }
}

"""What the structure of a plan says: findings as sentences, their guards, and files of graphs."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "file-legend": (
        (
            "推定（Estimated）は編集者の読み取りで、市の見解ではありません。weight は根拠の強さ"
            "（4 記載、3 照合、2 推定、1 提案）。"
        ),
        (
            "Estimated edges are an editor's reading, not the city's view. weight is the strength "
            "of the ground (4 stated, 3 matched, 2 estimated, 1 proposed). "
        ),
    ),
    "tables-written": (
        "要素の表を {nodes} に、つながりの表を {edges} に書きました。",
        "wrote the nodes to {nodes} and the edges to {edges}.",
    ),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "tables-output": (
        "ファイルは二つできます。-o FILE.csv と付けると FILE-nodes.csv と FILE-edges.csv です。",
        "it makes two files: add -o FILE.csv for FILE-nodes.csv and FILE-edges.csv.",
    ),
}

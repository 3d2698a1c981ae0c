"""Container, compose file and Kubernetes manifests say what we mean, and agree with each other."""

import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

from dashboard.__main__ import DEFAULT_PORT, arguments

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
FILES = sorted((DEPLOY / "kubernetes").glob("*.yaml"))
PLAIN_IMAGE = re.compile(r"[a-z0-9-]+(:[a-z0-9.-]+)?")  # no host, no account


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


MANIFESTS: dict[str, Any] = {path.stem: load(path) for path in FILES}
COMPOSE = load(DEPLOY / "compose.yaml")
POD = MANIFESTS["deployment"]["spec"]["template"]["spec"]
CONTAINER = POD["containers"][0]
REPLICAS = ("replica-1", "replica-2")


def instructions() -> list[tuple[str, str]]:
    """The container's steps: word and the rest, lines joined."""
    text = (DEPLOY / "Containerfile").read_text("utf-8")
    joined = re.sub(r"\\\n\s*", "", re.sub(r"(?m)^#.*\n", "", text))
    return [
        (word, rest)
        for word, _, rest in (line.partition(" ") for line in joined.splitlines() if line)
    ]


def last_stage() -> dict[str, str]:
    steps = instructions()
    start = max(place for place, (word, _) in enumerate(steps) if word == "FROM")
    return dict(steps[start:])


def values(node: Any, key: str) -> Iterator[Any]:
    """All values under a key, at any depth."""
    if isinstance(node, dict):
        for name, value in node.items():
            if name == key:
                yield value
            yield from values(value, key)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, key)


def test_images_are_named_plainly() -> None:
    stages = [rest.partition(" ")[0] for word, rest in instructions() if word == "FROM"]
    named = [*stages, *values(COMPOSE, "image"), *values(MANIFESTS, "image")]
    assert len(named) >= 6
    assert [name for name in named if not PLAIN_IMAGE.fullmatch(name)] == []


def test_the_container_installs_what_is_locked_and_nothing_else() -> None:
    installs = [rest for word, rest in instructions() if word == "RUN" and "install" in rest]
    assert len(installs) == 1
    assert "--require-hashes" in installs[0]
    assert installs[0].endswith("-r requirements.lock")
    assert "RUN" not in last_stage()


def test_the_container_holds_the_program_and_leaves_out_the_rest() -> None:
    copied = [
        part.removeprefix("./").rstrip("/")
        for word, rest in instructions()
        if word == "COPY" and "--from" not in rest
        for part in rest.split()[:-1]
    ]
    assert {"validators", "datasets", "dashboard", ".streamlit", "requirements.lock"} <= set(copied)
    assert all((ROOT / part).exists() for part in copied)
    assert not {"tests", "frontend", "docs", ".git"} & set(copied)
    rules = (ROOT / ".dockerignore").read_text().split()
    assert rules[0] == "*"
    assert sorted(rule[1:] for rule in rules if rule.startswith("!")) == sorted(copied)
    assert any(fnmatch("dashboard/__pycache__", rule) for rule in rules[1:])


def test_the_container_runs_without_rights_and_tells_its_health() -> None:
    stage = last_stage()
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", stage["USER"])
    assert stage["EXPOSE"] == str(DEFAULT_PORT)
    command = json.loads(stage["CMD"])
    assert command[:3] == ["python", "-m", "dashboard"]
    wish = arguments(command[3:])
    assert (wish.address, wish.port) == ("0.0.0.0", DEFAULT_PORT)
    assert f":{DEFAULT_PORT}/healthz" in stage["HEALTHCHECK"]
    # Only a proxy reaches a container; it may say how the reader came in.
    assert "FORWARDED_ALLOW_IPS=*" in stage["ENV"]


@pytest.mark.parametrize("name", [*REPLICAS, "proxy"])
def test_every_service_of_the_compose_file_is_shut_in(name: str) -> None:
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["user"].partition(":")[0] not in {"", "0", "root"}
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert [mount.partition(":")[0] for mount in service["tmpfs"]] == ["/tmp"]
    assert "/healthz" in " ".join(service["healthcheck"]["test"])
    assert service["mem_limit"]


def test_replicas_are_alike_and_reached_through_the_proxy_alone() -> None:
    one, two = (COMPOSE["services"][name] for name in REPLICAS)
    assert one == two
    assert one["networks"] == ["inside"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    assert "ports" not in one
    proxy = COMPOSE["services"]["proxy"]
    assert set(proxy["depends_on"]) == set(REPLICAS)
    assert proxy["volumes"] == ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
    configuration = (DEPLOY / "nginx.conf").read_text()
    for name in REPLICAS:
        assert configuration.count(f"server {name}:{DEFAULT_PORT} ") == 2
    port = re.search(r"listen (\d+);", configuration)
    assert port is not None
    assert proxy["ports"] == [f"{port[1]}:{port[1]}"]


def test_all_replicas_sign_with_the_same_secret_and_none_is_written_down() -> None:
    given = COMPOSE["services"]["replica-1"]["environment"]["STREAMLIT_SERVER_COOKIE_SECRET"]
    assert re.fullmatch(r"\$\{TUMEN_COOKIE_SECRET:\?.+\}", given)
    (entry,) = [e for e in CONTAINER["env"] if e["name"] == "STREAMLIT_SERVER_COOKIE_SECRET"]
    assert set(entry["valueFrom"]) == {"secretKeyRef"}
    assert "Secret" not in {manifest["kind"] for manifest in MANIFESTS.values()}


def test_the_kustomization_names_every_manifest() -> None:
    listed = MANIFESTS["kustomization"]["resources"]
    assert sorted(listed) == sorted(path.name for path in FILES if path.stem != "kustomization")


KINDS = {
    "deployment": ("apps/v1", "Deployment"),
    "service": ("v1", "Service"),
    "ingress": ("networking.k8s.io/v1", "Ingress"),
    "autoscaler": ("autoscaling/v2", "HorizontalPodAutoscaler"),
    "disruption": ("policy/v1", "PodDisruptionBudget"),
    "network": ("networking.k8s.io/v1", "NetworkPolicy"),
}


def test_manifests_are_of_the_kinds_meant_and_find_each_other() -> None:
    assert set(MANIFESTS) == {*KINDS, "kustomization"}
    for stem, (version, kind) in KINDS.items():
        manifest = MANIFESTS[stem]
        assert (manifest["apiVersion"], manifest["kind"]) == (version, kind)
        assert manifest["metadata"]["name"] == "tumen"
    labels = MANIFESTS["deployment"]["spec"]["template"]["metadata"]["labels"]
    for selector in (
        MANIFESTS["deployment"]["spec"]["selector"]["matchLabels"],
        MANIFESTS["service"]["spec"]["selector"],
        MANIFESTS["disruption"]["spec"]["selector"]["matchLabels"],
        MANIFESTS["network"]["spec"]["podSelector"]["matchLabels"],
    ):
        assert selector.items() <= labels.items()
    (port,) = CONTAINER["ports"]
    assert port == {"name": "http", "containerPort": DEFAULT_PORT}
    (exposed,) = MANIFESTS["service"]["spec"]["ports"]
    assert exposed["targetPort"] == port["name"]
    (backend,) = values(MANIFESTS["ingress"], "backend")
    assert backend["service"] == {"name": "tumen", "port": {"name": exposed["name"]}}


@pytest.mark.parametrize("probe", ["startupProbe", "readinessProbe", "livenessProbe"])
def test_probes_ask_for_the_health(probe: str) -> None:
    assert CONTAINER[probe]["httpGet"] == {"path": "/healthz", "port": "http"}
    assert CONTAINER[probe]["timeoutSeconds"] <= CONTAINER[probe]["periodSeconds"]
    assert CONTAINER[probe]["failureThreshold"] >= 2


def test_a_pod_has_no_rights_and_one_writable_folder() -> None:
    assert POD["securityContext"]["runAsNonRoot"] is True
    assert f"{POD['securityContext']['runAsUser']}:" in last_stage()["USER"]
    assert POD["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert POD["automountServiceAccountToken"] is False
    assert CONTAINER["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert [mount["mountPath"] for mount in CONTAINER["volumeMounts"]] == ["/tmp"]
    assert {volume["name"] for volume in POD["volumes"]} == {
        mount["name"] for mount in CONTAINER["volumeMounts"]
    }
    assert MANIFESTS["network"]["spec"]["egress"] == []
    assert set(MANIFESTS["network"]["spec"]["policyTypes"]) == {"Ingress", "Egress"}


def test_a_new_replica_answers_before_an_old_one_goes() -> None:
    strategy = MANIFESTS["deployment"]["spec"]["strategy"]
    assert strategy["rollingUpdate"] == {"maxSurge": 1, "maxUnavailable": 0}
    pause = CONTAINER["lifecycle"]["preStop"]["sleep"]["seconds"]
    assert 0 < pause < POD["terminationGracePeriodSeconds"] - 10
    assert MANIFESTS["disruption"]["spec"]["maxUnavailable"] == 1


def test_replicas_follow_the_measured_load() -> None:
    scaler = MANIFESTS["autoscaler"]["spec"]
    assert scaler["scaleTargetRef"] == {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "name": MANIFESTS["deployment"]["metadata"]["name"],
    }
    assert "replicas" not in MANIFESTS["deployment"]["spec"]  # else every apply undoes the scaling
    assert 2 <= scaler["minReplicas"] < scaler["maxReplicas"]
    (metric,) = scaler["metrics"]
    assert metric["resource"]["name"] == "cpu"
    assert 40 <= metric["resource"]["target"]["averageUtilization"] <= 80
    assert CONTAINER["resources"]["requests"]["cpu"]  # utilisation is measured against it
    down = scaler["behavior"]["scaleDown"]
    assert (
        down["stabilizationWindowSeconds"]
        > scaler["behavior"]["scaleUp"]["stabilizationWindowSeconds"]
    )


def test_readers_stay_with_their_replica_in_a_cluster_too() -> None:
    ingress = MANIFESTS["ingress"]["metadata"]["annotations"]
    service = MANIFESTS["service"]["metadata"]["annotations"]
    prefix = "nginx.ingress.kubernetes.io/"
    assert ingress[f"{prefix}affinity"] == "cookie"
    assert service["traefik.ingress.kubernetes.io/service.sticky.cookie"] == "true"
    assert MANIFESTS["service"]["spec"]["sessionAffinity"] == "ClientIP"
    # Annotations are text; a bare number or boolean is refused by the cluster.
    for value in (*ingress.values(), *service.values()):
        assert isinstance(value, str)
    # The server gives a sign of life every 30 seconds.
    assert int(ingress[f"{prefix}proxy-read-timeout"]) > 60

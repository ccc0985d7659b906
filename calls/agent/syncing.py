"""Brings what ElevenLabs keeps to what the code says: only what differs is written, and all of it is told."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Protocol

from calls.agent import configuration, tools

WEBHOOK_NAME = "Second Wind, after a talk"
NEW = "(new)"
# Objects of which every name is ours: what we no longer have goes.
OURS = ("data_collection", "dynamic_variable_placeholders", "properties")
Row = dict[str, Any]


class Workspace(Protocol):
    """What is kept at ElevenLabs. Rows are as their API gives them."""

    def agents(self) -> list[Row]: ...
    def agent(self, agent_id: str) -> Row | None: ...
    def create_agent(self, wanted: Row) -> str: ...
    def update_agent(self, agent_id: str, wanted: Row) -> None: ...
    def tools(self) -> list[Row]: ...
    def create_tool(self, wanted: Row) -> str: ...
    def update_tool(self, tool_id: str, wanted: Row) -> None: ...
    def secrets(self) -> list[Row]: ...
    def create_secret(self, name: str, value: str) -> str: ...
    def webhooks(self) -> list[Row]: ...
    def create_webhook(self, name: str, url: str) -> tuple[str, str]: ...
    def enable_webhook(self, webhook_id: str, name: str) -> None: ...


class Sync:
    """One run. `said` is what was changed or, with `is_dry`, would be; `ids` are the agents' by channel; `secret` is
    that of a webhook made just now, which is shown this once."""

    def __init__(self, workspace: Workspace, *, base_url: str, tool_key: str, is_dry: bool = False) -> None:
        self.workspace, self.base_url, self.tool_key, self.is_dry = workspace, base_url, tool_key, is_dry
        self.said: list[str] = []
        self.ids: dict[str, str] = {}
        self.secret = ""

    def run(self, known: dict[str, str]) -> None:
        """`known` are the ids of agents in the settings, by channel; the others are found by their name."""
        webhook_id = self._webhook()
        tool_ids = self._tools() if self.tool_key else []
        site = self.base_url.split("://")[-1]
        for channel in configuration.CHANNELS:
            wanted = configuration.agent(channel, site=site, tool_ids=tool_ids, webhook_id=webhook_id)
            self.ids[channel] = self._agent(channel, wanted, known.get(channel, ""))

    def _agent(self, channel: str, wanted: Row, known_id: str) -> str:
        now = self.workspace.agent(known_id) if known_id else None
        if now is None:
            named = next((row for row in self.workspace.agents() if row["name"] == wanted["name"]), None)
            now = self.workspace.agent(named["agent_id"]) if named else None
        if now is None:
            self.said.append(f"+ agent {wanted['name']}")
            return NEW if self.is_dry else self.workspace.create_agent(wanted)
        agent_id = str(now["agent_id"])
        if self._tell(f"agent {wanted['name']}", now, wanted) and not self.is_dry:
            self.workspace.update_agent(agent_id, wanted)
        return agent_id

    def _tools(self) -> list[str]:
        secret_id = self._secret()
        there = {row["tool_config"].get("api_schema", {}).get("url"): row for row in self.workspace.tools()}
        return [self._tool(tool, secret_id, there) for tool in tools.TOOLS]

    def _tool(self, tool: tools.Tool, secret_id: str, there: dict[str, Row]) -> str:
        wanted = tools.configuration(tool, base_url=self.base_url, secret_id=secret_id)
        now = there.get(f"{self.base_url}{tool.path}")
        if now is None:
            self.said.append(f"+ tool {tool.name}")
            return f"{NEW} {tool.name}" if self.is_dry else self.workspace.create_tool(wanted)
        if self._tell(f"tool {tool.name}", now["tool_config"], wanted) and not self.is_dry:
            self.workspace.update_tool(str(now["id"]), wanted)
        return str(now["id"])

    def _secret(self) -> str:
        """Their secrets cannot be read back: the name tells which of our keys it is."""
        name = f"second_wind_tool_key_{sha256(self.tool_key.encode()).hexdigest()[:12]}"
        now = next((row for row in self.workspace.secrets() if row["name"] == name), None)
        if now:
            return str(now["secret_id"])
        self.said.append(f"+ secret {name}")
        return NEW if self.is_dry else self.workspace.create_secret(name, self.tool_key)

    def _webhook(self) -> str:
        url = f"{self.base_url}/api/elevenlabs/post-call"
        now = next((row for row in self.workspace.webhooks() if row["webhook_url"] == url), None)
        if now is None:
            self.said.append(f"+ webhook {url}")
            if self.is_dry:
                return NEW
            webhook_id, self.secret = self.workspace.create_webhook(WEBHOOK_NAME, url)
            # They try again only where they are asked to.
            self.workspace.enable_webhook(webhook_id, WEBHOOK_NAME)
            return webhook_id
        if now.get("is_disabled") or now.get("is_auto_disabled"):
            self.said.append(f"~ webhook {url}: disabled -> enabled")
            if not self.is_dry:
                self.workspace.enable_webhook(str(now["webhook_id"]), WEBHOOK_NAME)
        return str(now["webhook_id"])

    def _tell(self, what: str, now: Row, wanted: Row) -> bool:
        found = [f"~ {what}: {change}" for change in differences(now, wanted)]
        self.said += found
        return bool(found)


def differences(now: Any, wanted: Any, at: str = "") -> Iterator[str]:
    """Where `now` is not as `wanted`, in words. What we do not speak of is theirs to fill; but of OURS nothing may be
    more than we want."""
    if isinstance(wanted, dict) and isinstance(now, dict):
        for key, value in wanted.items():
            yield from differences(now.get(key), value, f"{at}.{key}" if at else key)
        if at.rpartition(".")[2] in OURS:
            yield from (f"{at}.{key} goes" for key in now if key not in wanted)
    elif isinstance(wanted, list) and isinstance(now, list) and len(wanted) == len(now):
        for index, value in enumerate(wanted):
            yield from differences(now[index], value, f"{at}[{index}]")
    elif now != wanted:
        yield f"{at}: {_short(now)} -> {_short(wanted)}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."

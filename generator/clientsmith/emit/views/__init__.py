"""`Api` → views: what each template gets, every leaf a typed value of `values`.

`templates/README.md` documents these classes for people who bend templates; a test keeps page and
classes the same.
"""

from __future__ import annotations

from .calls import ArgumentView, CallView, ErrorView
from .client import ClientFaceView, ClientView, VariableView, client_view
from .coverage import CoverageView, coverage_view
from .deferred import DeferredView
from .guide import CredentialView, GuideView, ListedCallView, PartView, guide_view
from .index import ExportView, IndexView, LazyView, index_view
from .method import MethodView, OverloadView
from .module_map import ChildView, model_modules, params_modules
from .operation import OperationView, StreamedView
from .page_classes import PageView
from .resource import FaceView, ResourceView, ResultsView, resource_view
from .shapes import (
    ConstantView,
    FieldView,
    ModuleView,
    ShapeView,
    models_view,
    params_view,
)
from .webhooks import WebhooksView, webhooks_view

__all__ = [
    "ArgumentView",
    "CallView",
    "ChildView",
    "ClientFaceView",
    "ClientView",
    "ConstantView",
    "CoverageView",
    "CredentialView",
    "DeferredView",
    "ErrorView",
    "ExportView",
    "FaceView",
    "FieldView",
    "GuideView",
    "IndexView",
    "LazyView",
    "ListedCallView",
    "MethodView",
    "ModuleView",
    "OperationView",
    "OverloadView",
    "PageView",
    "PartView",
    "ResourceView",
    "ResultsView",
    "ShapeView",
    "StreamedView",
    "VariableView",
    "WebhooksView",
    "client_view",
    "coverage_view",
    "guide_view",
    "index_view",
    "model_modules",
    "models_view",
    "params_modules",
    "params_view",
    "resource_view",
    "webhooks_view",
]
